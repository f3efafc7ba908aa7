class QueueWithIf(BoundedBlockingQueue):
    """Looks once, with if, and after its wait takes for granted that what it waited for is still so."""

    def put(self, item, block=True, timeout=None):
        deadline = self._deadline(block, timeout)
        with self.lock:
            if self.items.size >= self.capacity and not self.closed:
                if self.trace: self.trace("find-full")
                remaining = deadline - monotonic()
                if remaining <= 0:
                    if self.trace: self.trace("give-up")
                    raise Full()
                self.waits += 1
                if not self.not_full.wait(remaining):
                    raise Full()
            if self.trace: self.trace("go-on")
            if self.closed:
                raise Closed()
            self._store(item)
            if self.trace: self.trace("store")
            self.operations += 1
            self.not_empty.notify()
            if self.trace: self.trace("notify")

    def get(self, block=True, timeout=None):
        deadline = self._deadline(block, timeout)
        with self.lock:
            if self.items.size == 0 and not self.closed:
                if self.trace: self.trace("find-empty")
                remaining = deadline - monotonic()
                if remaining <= 0:
                    if self.trace: self.trace("give-up")
                    raise Empty()
                self.waits += 1
                if not self.not_empty.wait(remaining):
                    raise Empty()
            if self.trace: self.trace("go-on")
            if self.closed and self.items.size == 0:
                raise Closed()
            item = self._take()
            if self.trace: self.trace("take")
            self.operations += 1
            self.not_full.notify()
            if self.trace: self.trace("notify")
            return item
