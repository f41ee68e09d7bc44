// Reads one text in JSON for each line, and writes what Argdown's own parser and model find in it, as JSON.
const { ArgdownApplication, ParserPlugin, DataPlugin, ModelPlugin } = require("@argdown/core");

const count = (input) => {
  const app = new ArgdownApplication();
  app.addPlugin(new ParserPlugin(), "parse-input");
  app.addPlugin(new DataPlugin(), "build-model");
  app.addPlugin(new ModelPlugin(), "build-model");
  const found = app.run({ input, process: ["parse-input", "build-model"], logLevel: "silent" });
  const told = [...(found.parserErrors || []), ...(found.exceptions || [])];
  const texts = Object.entries(found.statements || {}).map(([title, statement]) => {
    const defined = statement.members.filter((member) => !member.isReference).pop();
    return [title, defined ? defined.text.trim() : null];
  });
  return {
    problems: told.map((problem) => String(problem.message || problem).slice(0, 200)),
    counts: [
      Object.keys(found.arguments || {}).length,
      texts.length,
      (found.relations || []).length,
      Object.values(found.arguments || {}).filter((argument) => argument.pcs && argument.pcs.length).length,
    ],
    texts: Object.fromEntries(texts),
  };
};

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  console.log(JSON.stringify(count(JSON.parse(line))));
});
