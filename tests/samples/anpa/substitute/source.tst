a0700_asian
r a AM-HA--School-Roof Sub   04-01 0040
^AM-HA--School-Roof, Sub, a0651,40<
^Eds: SUBS 3rd graf pvs, to add the name of the school. Picks up 4th graf.<
	   HALDEN: The school is called Hill School.
	   ^MX-NY-04-01-26 1912EDT<


