// --- start ---

document.documentElement.classList.add("scripted");
theme.start();
figures.start();
store.recall();
steps.start();
