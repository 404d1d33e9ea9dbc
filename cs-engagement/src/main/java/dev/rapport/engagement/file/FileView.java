package dev.rapport.engagement.file;

import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.internal.ValueStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What one kind of reader may see of a customer. What is not seen is not in the file. */
@Value.Immutable
@ValueStyle
public abstract class FileView {

    private static final Set<FileSection> WITH_REASONS = Set.of(
            FileSection.SEGMENT,
            FileSection.HEALTH,
            FileSection.CHURN_RISK,
            FileSection.EXPANSION,
            FileSection.NEXT_STEPS);

    FileView() {}

    /**
     * Starts a view of nothing but the profile and the series.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Everything up to a sensitivity.
     *
     * @param shows  the most sensitive data that is seen
     * @return the view, of the reader {@code anybody}
     */
    public static FileView everything(Sensitivity shows) {
        return builder()
                .reader("anybody")
                .sections(Arrays.asList(FileSection.values()))
                .shows(shows)
                .build();
    }

    /**
     * Who reads.
     *
     * @return a role, such as csm, or whom else the file is for
     */
    public abstract String reader();

    /**
     * The sections that are seen.
     *
     * @return the sections
     */
    public abstract Set<FileSection> sections();

    /**
     * The attributes that the profile shows.
     *
     * @return their names, or empty for all
     */
    public abstract Optional<List<String>> attributes();

    /**
     * The series that are seen, contracts and usage among them.
     *
     * @return their names, or empty for all
     */
    public abstract Optional<List<String>> series();

    /**
     * How sensitive what is seen may be.
     *
     * @return the highest sensitivity, which is not hashed or left out
     */
    public abstract Sensitivity shows();

    /**
     * What is left out though it is not too sensitive. Where it is a field that every entry of its series must have, the
     * series is left out.
     *
     * @return names of attributes, such as industry, and of fields, such as contracts.arr
     */
    public abstract List<String> without();

    /**
     * What is seen as a pseudonym: the same text gives the same one, also in the file of another customer.
     *
     * @return names of attributes and fields that are text
     */
    public abstract List<String> hashed();

    final boolean has(FileSection section) {
        return sections().contains(section);
    }

    final boolean hasSeries(String name) {
        return series().map(names -> names.contains(name)).orElse(true);
    }

    @Value.Check
    void check() {
        if ((attributes().isPresent() || !without().isEmpty())
                && sections().stream().anyMatch(WITH_REASONS::contains)) {
            throw new IllegalArgumentException("view (" + reader()
                    + ") must not leave out attributes and show segment, health, churn risk, expansion or next steps: their reasons"
                    + " tell attributes.\nMaybe leave these sections out as well.");
        }
        for (String name : hashed()) {
            if (without().contains(name)) {
                throw new IllegalArgumentException(
                        "view (" + reader() + ") must hash " + name + " or leave it out, does both.");
            }
        }
    }

    /** Collects what a view is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableFileView.Builder {
        Builder() {}
    }
}
