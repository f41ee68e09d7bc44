// Reads one TikZ text in JSON for each line, compiles it with TeX in WebAssembly, which can neither write files nor run
// programs, and writes what TeX said and its DVI file in base 64, as JSON.
const { load, tex } = require("node-tikzjax");

// It carries no fonts of the encoding TS1, in which LaTeX looks for these signs first.
const preamble = String.raw`\DeclareTextCommand{\textdollar}{OT1}{\char36 }
\DeclareTextSymbolDefault{\textsection}{OMS}\DeclareTextSymbolDefault{\textparagraph}{OMS}`;

const answer = async (text) => {
  const said = [];
  console.log = (line) => said.push(line);
  try {
    const dvi = await tex(`${preamble}\\begin{document}\n${text}\n\\end{document}\n`, { showConsole: true });
    return { said, dvi: dvi.toString("base64") };
  } catch (error) {
    return { said: [...said, `! ${error.message}`], dvi: "" };
  }
};

(async () => {
  await load();
  for await (const line of require("readline").createInterface({ input: process.stdin })) {
    const { said, dvi } = await answer(JSON.parse(line));
    const echoed = said.findIndex((one) => one.startsWith("This is e-TeX"));
    process.stdout.write(JSON.stringify({ said: said.slice(echoed), dvi }) + "\n");
  }
})();
