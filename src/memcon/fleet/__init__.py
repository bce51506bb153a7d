"""Many documents on many processes: a pool on this machine, Ray beyond it.

WARC, Parquet and JSON lines are cut into partitions by input and place; each becomes one Parquet file of records, the same
bytes whoever read it. What is finished stays finished: a run that is started again goes on with the partitions that are missing.
"""

from memcon.fleet.running import Tally, read

__all__ = ["Tally", "read"]
