a0418
a i  BC-Orla-Speech 03-04 0120
^BC-Orla-Speech,120<
^Hold for release at 4 p.m. EST Wednesday, time set by source<
^Premier to quit<
	ORLA (NPA) _ The premier will quit.

NPA-WF-03-04-26 1015GMT<
