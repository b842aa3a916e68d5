a0431
u i  BC-Orla--Ferry,Withhold 03-04 0120
^BC-Orla--Ferry,Withhold<
^WITHHOLD<
^EDITORS:<
	Please withhold the story BC-Orla--Ferry, a0417. It is being checked.

NPA-WF-03-04-26 1015GMT<
