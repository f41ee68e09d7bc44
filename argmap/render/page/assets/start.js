// --- start: the parts that hear of others first ---

document.documentElement.classList.add("scripted");
theme.start();
picture.start();
lists.start();
tabs.start();
layers.start();
whatIf.start();
search.start();
keys.start();
byId("zoom-in").addEventListener("click", () => view.zoomBy(1.25));
byId("zoom-out").addEventListener("click", () => view.zoomBy(0.8));
byId("fit").addEventListener("click", () => view.fit());
relabel();
collapse.start();
panel.show();
announce("");
