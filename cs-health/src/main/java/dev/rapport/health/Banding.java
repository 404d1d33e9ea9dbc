package dev.rapport.health;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.memory.Standing;
import dev.rapport.model.memory.Subject;
import dev.rapport.model.time.AsOf;
import java.util.Optional;

/** Turns scores into bands with memory, for one customer as for many. */
final class Banding {

    static final String ASPECT = "band";

    private final Bands bands;
    private final PolicyRef policy;
    private final Memory memory;
    private final AsOf asOf;

    Banding(Bands bands, PolicyRef policy, Memory memory, AsOf asOf) {
        this.bands = bands;
        this.policy = policy;
        this.memory = memory;
        this.asOf = asOf;
    }

    /**
     * The band of a customer.
     *
     * @param score  the score, NaN if unknown
     */
    Banded decide(String customerId, double score) {
        Subject subject = new Subject(customerId, policy.id(), ASPECT);
        Optional<Standing> was = memory.isEmpty() ? Optional.empty() : memory.standing(subject, asOf);
        String band = Double.isNaN(score)
                ? Band.UNKNOWN
                : bands.decide(score, was.map(Standing::value)).code();
        Standing standing = was.map(before -> before.then(band, asOf.validAt()))
                .orElseGet(() -> Standing.first(band, asOf.validAt()));
        boolean changed = was.isPresent() && !was.get().value().equals(band);
        return new Banded(standing, changed, memory.toRemember(subject, band, asOf));
    }

    /** A band, whether it is another than before, and what is to be remembered of it. */
    record Banded(Standing standing, boolean changed, Optional<Remembered> toRemember) {}
}
