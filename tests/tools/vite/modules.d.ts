/// <reference path="../../../src/player/modules.d.ts" />
