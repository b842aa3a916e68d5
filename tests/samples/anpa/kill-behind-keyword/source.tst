z6715
u i  bc-orno-kill  03-02 0123
^BC-Orno-Ferry-Kill<
^Kill<
   Kill the item BC-Orno-Ferry. The ferry will not run.

CP-WF-03-02-26 1011GMT
