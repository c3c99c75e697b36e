package dev.steward.bench.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came out of a measurement.
///
/// @param ours what was measured of Steward, in words and numbers
/// @param notes what else one should know: CPU per request, why a rate is lower than wanted
public record Finding(
        String figure, String title, String ours, List<Verdict> verdicts, List<String> notes) {

    public static Finding leftOut(String figure, String title, String why) {
        return new Finding(figure, title, "-", List.of(Verdict.leftOut("", why)), List.of());
    }

    /// @param against what it is compared with
    /// @param reading what that reached
    /// @param what the figure is: a ratio, milliseconds
    /// @param figure null where nothing could be measured
    public record Verdict(
            String against, String reading, String what, @Nullable Spread figure, Target target) {

        public static Verdict ratio(String against, String reading, Spread ratio, Target target) {
            return new Verdict(against, reading, "ratio", ratio, target);
        }

        /// A number that is held against its target alone.
        public static Verdict absolute(String what, Spread figure, Target target) {
            return new Verdict("", "", what, figure, target);
        }

        public static Verdict leftOut(String against, String why) {
            return new Verdict(against, why, "left out", null, new Target.None());
        }

        String figureInWords() {
            return figure == null ? what : what + " " + figure;
        }

        String word() {
            return figure == null || target instanceof Target.None
                    ? ""
                    : target.isMetBy(figure) ? "met" : "NOT MET";
        }
    }
}
