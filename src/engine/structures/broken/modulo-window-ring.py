class ModuloWindowRing(OverwritingRingBuffer):
    """Takes “global index mod capacity” for an item's slot: right until the first clear."""

    def slot_of(self, index):
        return index % self.capacity
