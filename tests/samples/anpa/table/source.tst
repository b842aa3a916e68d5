z0284_asian
r s BC-BBO--HarborLeague    08-18 
^BC-BBO--Harbor League Glance<
^Harbor League Standings=
^By The Associated Press=
^WLPct
Tarvo Bay7352.584
Orvik6659.528
	   ___=
^Saturday's Games=
	   Tarvo Bay 6, Orvik 5
	   ^MX-WF-08-18-26 2017GMT<


