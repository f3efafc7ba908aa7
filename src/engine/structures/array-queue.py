class ArrayQueue:
    """The oldest item always stands in place 0, so taking it moves every other item."""

    def __init__(self, capacity):
        if type(capacity) is not int or capacity < 1:
            raise ValueError(f"capacity must be a positive whole number; got {capacity!r}")
        self.trace = None
        self.capacity = capacity
        self.items = []

    @property
    def size(self):
        return len(self.items)

    def push(self, item):
        if len(self.items) == self.capacity:
            if self.trace: self.trace("refuse")
            return False
        self.items.append(item)
        if self.trace: self.trace("write", slot=len(self.items) - 1)
        return True

    def pop(self):
        if len(self.items) == 0:
            if self.trace: self.trace("nothing-there")
            return None
        item = self.items[0]
        if self.trace: self.trace("read", slot=0)
        for place in range(1, len(self.items)):
            self.items[place - 1] = self.items[place]
            if self.trace: self.trace("move", **{"from": place, "to": place - 1})
        del self.items[-1]
        if self.trace: self.trace("shorten", length=len(self.items))
        return item
