a0650_asian
u w PM-HA--School-Roof CORRECTIVE   04-01 0098
^PM-HA--School-Roof, CORRECTIVE,98<
^Eds: Members who used PM-HA--School-Roof, a0646, sent March 31, are asked to use the following. SUBS 2nd graf to CORRECT the number of pupils.<
^School roof gives way<
	   HALDEN (MX) _ A school roof gave way on Tuesday, when 240 pupils were outside.
	   ^MX-NY-04-01-26 0912EDT<


