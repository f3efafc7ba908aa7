class QueueRestartingTimeout(BoundedBlockingQueue):
    """Gives each wait the whole timeout: whoever is woken and finds nothing starts again."""

    def put(self, item, block=True, timeout=None):
        patience = self._deadline(block, timeout) - monotonic()
        in_time = patience > 0
        waited = False
        with self.lock:
            while self.items.size >= self.capacity and not self.closed:
                if self.trace: self.trace("find-full")
                if not in_time:
                    if self.trace: self.trace("give-up")
                    raise Full()
                if not waited:
                    self.waits += 1
                waited = True
                in_time = self.not_full.wait(patience)
            if self.trace: self.trace("go-on")
            if self.closed:
                raise Closed()
            self._store(item)
            if self.trace: self.trace("store")
            self.operations += 1
            self.not_empty.notify()
            if self.trace: self.trace("notify")

    def get(self, block=True, timeout=None):
        patience = self._deadline(block, timeout) - monotonic()
        in_time = patience > 0
        waited = False
        with self.lock:
            while self.items.size == 0 and not self.closed:
                if self.trace: self.trace("find-empty")
                if not in_time:
                    if self.trace: self.trace("give-up")
                    raise Empty()
                if not waited:
                    self.waits += 1
                waited = True
                in_time = self.not_empty.wait(patience)
            if self.trace: self.trace("go-on")
            if self.closed and self.items.size == 0:
                raise Closed()
            item = self._take()
            if self.trace: self.trace("take")
            self.operations += 1
            self.not_full.notify()
            if self.trace: self.trace("notify")
            return item
