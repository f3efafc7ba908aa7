class QueueWithoutLock(BoundedBlockingQueue):
    """Nobody locks it: two threads find the same item, and both take it."""

    def put(self, item, block=True, timeout=None):
        deadline = self._deadline(block, timeout)
        waited = False
        while self.items.size >= self.capacity and not self.closed:
            if self.trace: self.trace("find-full")
            remaining = deadline - monotonic()
            if remaining <= 0:
                if self.trace: self.trace("give-up")
                raise Full()
            if not waited:
                self.waits += 1
            waited = True
            self._sleep(self.not_full, remaining)
        if self.trace: self.trace("go-on")
        if self.closed:
            raise Closed()
        self._store(item)
        if self.trace: self.trace("store")
        self.operations += 1
        self._wake(self.not_empty)
        if self.trace: self.trace("notify")

    def get(self, block=True, timeout=None):
        deadline = self._deadline(block, timeout)
        waited = False
        while self.items.size == 0 and not self.closed:
            if self.trace: self.trace("find-empty")
            remaining = deadline - monotonic()
            if remaining <= 0:
                if self.trace: self.trace("give-up")
                raise Empty()
            if not waited:
                self.waits += 1
            waited = True
            self._sleep(self.not_empty, remaining)
        if self.trace: self.trace("go-on")
        if self.closed and self.items.size == 0:
            raise Closed()
        item = self._oldest()
        if self.trace: self.trace("read")
        self.items.pop()
        if self.trace: self.trace("take")
        self.operations += 1
        self._wake(self.not_full)
        if self.trace: self.trace("notify")
        return item

    def _oldest(self):
        if self.items.size == 0:
            if self.trace: self.trace("nothing-there")
            raise IndexError("an item was taken from an empty queue")
        return self.items.peek()

    def _sleep(self, room, timeout):
        with room:
            room.wait(timeout)

    def _wake(self, room):
        with room:
            room.notify()
