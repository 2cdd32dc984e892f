"""Numbers that no other row has."""

from itertools import count

numbers = count(1)
