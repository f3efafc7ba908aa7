import { AdaptiveController, type AdaptiveMode, type Measured } from "../adaptive-controller.ts";

/**
 * A controller that knows how to leave blocking and not how to come back to it: no rule asks for it. What one bad minute made
 * lossy stays lossy for ever.
 */
export class OneWayController extends AdaptiveController {
  override wanted(measured: Measured): AdaptiveMode {
    const wanted = super.wanted(measured);
    return wanted === "block" ? this.mode : wanted;
  }
}
