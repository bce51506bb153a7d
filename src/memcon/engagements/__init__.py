"""Meetings, calls, visits, summits and messages: one record each, however often it is mentioned."""
