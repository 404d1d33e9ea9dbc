package dev.rapport.engagement.experiment;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * An experiment that is declared before it is judged: who is treated, since when, and by what it is judged. Immutable.
 *
 * <p>An attribute of each customer says in which arm it is. It is read as of the start, so that nobody is counted for what
 * became of them later; who leaves stays in its arm.
 */
@Value.Immutable
@ValueStyle
public abstract class Experiment {

    Experiment() {}

    /**
     * Starts an experiment.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What it is called in documents.
     *
     * @return the id
     */
    public abstract String id();

    /**
     * What it is called by people.
     *
     * @return the name
     */
    public abstract String name();

    /**
     * The first day of the treatment.
     *
     * @return the day
     */
    public abstract LocalDate since();

    /**
     * The segment whose customers take part.
     *
     * @return the id of the segment that they were in on the first day; empty for all
     */
    public abstract Optional<String> segment();

    /**
     * Which attribute says who is treated.
     *
     * @return the key
     */
    public abstract AttributeKey<String> arm();

    /**
     * What it says of the treated.
     *
     * @return the value
     */
    public abstract String treated();

    /**
     * What it says of the others. Who has neither value takes no part.
     *
     * @return the value
     */
    public abstract String control();

    /**
     * The engagement model that the treatment tries.
     *
     * @return the id of a model; empty where it tries something else
     */
    public abstract Optional<String> model();

    /**
     * By what it is judged.
     *
     * @return the outcome
     */
    public abstract ExperimentOutcome outcome();

    /**
     * From which effect on it matters.
     *
     * @return its size, above 0, in the unit of the outcome; without one nothing is said not to work
     */
    public abstract OptionalDouble mattersFrom();

    /**
     * Which share was to be treated.
     *
     * @return above 0, below 1
     */
    @Value.Default
    public double share() {
        return 0.5;
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        if (treated().equals(control())) {
            throw new IllegalArgumentException("treated (" + treated() + ") must be another value than control.");
        }
        if (!(share() > 0 && share() < 1)) {
            throw new IllegalArgumentException("share (" + share() + ") must be above 0 and below 1.");
        }
        if (mattersFrom().isPresent() && !(mattersFrom().getAsDouble() > 0)) {
            throw new IllegalArgumentException("mattersFrom (" + mattersFrom().getAsDouble() + ") must be above 0.");
        }
    }

    Judgement judgement() {
        Judgement judgement = Judgement.standard();
        if (outcome() instanceof ExperimentOutcome.Attribute attribute && attribute.lowerIsBetter()) {
            judgement = judgement.lowerIsBetter();
        }
        return mattersFrom().isPresent() ? judgement.mattersFrom(mattersFrom().getAsDouble()) : judgement;
    }

    /** Makes an experiment. */
    public static final class Builder extends ImmutableExperiment.Builder {
        Builder() {}
    }
}
