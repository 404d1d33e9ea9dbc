package dev.rapport.examples.experimentstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which values of the treatment column are compared.
 *
 * @param control  none
 * @param treated  the treatments, the one that was asked for or the first in the alphabet first
 */
record Arms(String control, List<String> treated) {

    private static final int MOST = 20;
    private static final List<String> NONE = List.of("0", "false", "no", "none", "control", "off", "placebo", "untreated");

    static Arms of(Collection<String> values, Arguments arguments) {
        TreeSet<String> distinct = new TreeSet<>(values);
        if (distinct.size() > MOST) {
            throw new UserError("column (" + arguments.get("treatment") + ") must say who was treated, but has "
                    + distinct.size() + " values.\nMaybe another column.");
        }
        String control = chosen("control", distinct, arguments).orElseGet(() -> control(distinct, arguments));
        TreeSet<String> others = new TreeSet<>(distinct);
        others.remove(control);
        Optional<String> treated = chosen("treated", others, arguments);
        return new Arms(control, treated.map(List::of).orElseGet(() -> List.copyOf(others)));
    }

    private static Optional<String> chosen(String option, TreeSet<String> values, Arguments arguments) {
        Optional<String> chosen = arguments.find(option);
        chosen.filter(value -> !values.contains(value)).ifPresent(value -> {
            throw new UserError("option (--" + option + " " + value + ") must be one of " + String.join(", ", values)
                    + ".");
        });
        return chosen;
    }

    private static String control(TreeSet<String> values, Arguments arguments) {
        List<String> like = values.stream().filter(Arms::isNone).toList();
        if (like.size() == 1) {
            return like.get(0);
        }
        TreeSet<String> others = new TreeSet<>(values);
        arguments.find("treated").ifPresent(others::remove);
        if (values.size() > 2 && others.size() > 1) {
            throw new UserError("column (" + arguments.get("treatment") + ") must have one value that means no treatment, has "
                    + String.join(", ", values) + ".\nMaybe --control " + values.first() + ".");
        }
        // Only one value: everybody was treated
        return others.isEmpty() || (values.size() == 1 && like.isEmpty()) ? "" : others.first();
    }

    private static boolean isNone(String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        return NONE.contains(word) || word.startsWith("no ") || word.matches("0\\.0+");
    }
}
