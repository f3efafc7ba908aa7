class HashPartitioner:
    """Gives every record of one key the same partition, as Kafka's Java client does."""

    def __init__(self, partitions):
        self.trace = None
        if partitions < 1:
            raise ValueError(f"partitions must be a positive whole number; got {partitions}")
        self.partitions = partitions

    def partition(self, key, named=None):
        if named is not None:
            if not 0 <= named < self.partitions:
                raise ValueError(f"partition must be from 0 to {self.partitions - 1}; got {named}")
            if self.trace: self.trace("named", partition=named)
            return named
        if key is None:
            if self.trace: self.trace("unkeyed")
            return None
        hashed = murmur2(key.encode("utf-8", "replace"))
        if self.trace: self.trace("hash", hash=hashed)
        # Not the absolute value: the sign bit is dropped, because the absolute value of −2³¹ is still negative in Java.
        positive = hashed & 0x7FFFFFFF
        if self.trace: self.trace("drop-sign", positive=positive)
        partition = positive % self.partitions
        if self.trace: self.trace("modulo", partition=partition)
        return partition
