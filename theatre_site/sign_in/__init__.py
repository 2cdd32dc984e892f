"""Who comes into the office, from where, and what stops those who only guess.

where_from      the address of a visitor, behind proxies that we trust
locked          the page of those who have guessed too often
second_factor   who needs a code besides the password, and the devices that make it
"""
