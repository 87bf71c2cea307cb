"""The loops behind strategy and simulation: plain Python when there is little to do, else compiled.

Only this room uses numba, and only when something is compiled. Nothing here checks input or
makes frames; the rooms that call it do.
"""
