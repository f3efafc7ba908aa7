class LeaderEpochs:
    """Which leader's reign every offset of a log belongs to: pairs of an epoch and the offset where it began."""

    def __init__(self):
        self.entries = []

    def latest(self):
        return self.entries[-1] if self.entries else None

    def assign(self, epoch, start_offset):
        if self.entries and self.entries[-1][0] == epoch:
            return
        kept = [(known, start) for known, start in self.entries if known < epoch and start < start_offset]
        self.entries = [*kept, (epoch, start_offset)]

    def truncate_end(self, offset):
        self.entries = [(epoch, start) for epoch, start in self.entries if start < offset]

    def truncate_start(self, offset):
        begun = [entry for entry in self.entries if entry[1] <= offset]
        if begun:
            last, _ = begun[-1]
            self.entries = [(last, offset), *self.entries[len(begun) :]]
