v0012_asian
b a BC-TA--Tarvo-MineFlood BULLETINKILL   02-10 0061
^BC-TA--Tarvo-Mine Flood, BULLETIN KILL,61<
^BULLETIN KILL<
^Eds: Members using BC-TA--Tarvo-Mine Flood, V9991 and V9987, are asked to kill the story.
	   TARVO (MX) _ Please kill the story BC-TA--Tarvo-Mine Flood, V9991. The mine was not shut.
	   A kill is mandatory. Make certain the story is not used.
	   ^MX-WF-02-10-26 1305GMT<


