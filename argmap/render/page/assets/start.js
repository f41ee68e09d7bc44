// --- start: the parts that hear of others first ---

theme.start();
picture.start();
lists.start();
tabs.start();
layers.start();
whatIf.start();
search.start();
keys.start();
byId("zoom-in").addEventListener("click", view.closer);
byId("zoom-out").addEventListener("click", view.farther);
byId("fit").addEventListener("click", view.whole);
byId("close-up").addEventListener("click", picture.closeUp);
relabel();
collapse.start();
panel.show();
announce("");
address.start();
