package dev.rapport.engagement.voice;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** Something that customers talk about: by which words and categories it is known, and whose it is to act on. */
@Value.Immutable
@ValueStyle
public abstract class Theme {

    Theme() {}

    /**
     * Starts a theme.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What it is called in the plan.
     *
     * @return the id, unique in a policy
     */
    public abstract String id();

    /**
     * What people call it.
     *
     * @return the name
     */
    public abstract String name();

    /**
     * Whose it is to act on.
     *
     * @return the department's id
     */
    public abstract String department();

    /**
     * By which phrases it is known.
     *
     * @return words or short phrases; case, accents and punctuation do not matter
     */
    public abstract List<String> phrases();

    /**
     * Under which categories people file it.
     *
     * @return themes and causes as the facts name them
     */
    public abstract List<String> categories();

    @Value.Check
    void check() {
        if (phrases().isEmpty() && categories().isEmpty()) {
            throw new IllegalArgumentException("theme " + id() + " must have phrases or categories, has neither.");
        }
        for (String phrase : phrases()) {
            if (Words.of(phrase).isEmpty()) {
                throw new IllegalArgumentException(
                        "phrase \"" + phrase + "\" of theme " + id() + " must have a letter or digit.");
            }
        }
    }

    /** Collects what a theme is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableTheme.Builder {
        Builder() {}
    }
}
