package dev.rapport.engagement.page;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.health.Health;
import dev.rapport.health.HealthOverride;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a customer is in a sentence, and which of several policies and people say so. */
final class HealthWords {

    private final CustomerFile file;

    HealthWords(CustomerFile file) {
        this.file = file;
    }

    /** Ends with a blank, for what comes after. */
    String sentence() {
        Optional<Health> known = file.sections().health().filter(Health::isKnown);
        if (known.isEmpty()) {
            return "Health is not known: too little data. ";
        }
        Health health = known.get();
        return "Health " + Text.grouped(health.score().getAsDouble()) + " of 100, with "
                + Text.percent(health.completeness()) + " of the data there"
                + (health.freshness() < 1 ? ", " + Text.percent(health.freshness()) + " of it fresh" : "") + ". ";
    }

    /** What a reader must know before the tree of reasons: that it is stated, of the family, or by which scorecard. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        file.sections().health().ifPresent(health -> {
            health.override().ifPresent(override -> notes.add(stated(override, health)));
            file.sections()
                    .ownHealth()
                    .ifPresent(own -> notes.add("This is the health of the family, by "
                            + health.policy().id() + ". By itself the customer is " + band(own) + "."));
            file.sections()
                    .ownHealth()
                    .flatMap(Health::override)
                    .ifPresent(override -> notes.add(
                            stated(override, file.sections().ownHealth().orElseThrow())));
            health.choices()
                    .forEach(choice -> notes.add("Scored by " + choice.chosen() + ": " + choice.reason() + "."));
        });
        return notes;
    }

    private static String stated(HealthOverride override, Health health) {
        return override.owner() + " states " + health.band() + " from " + override.from() + " until " + override.until()
                + ": " + override.reason() + ". The score says " + band(health.computed()) + ".";
    }

    private static String band(Health health) {
        return health.score().isPresent()
                ? health.band() + " (" + Text.grouped(health.score().getAsDouble()) + ")"
                : "unknown";
    }
}
