/// <reference path="../../../src/app/modules.d.ts" />
