package dev.rapport.health.scorecard;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.measure.Reference;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as it is written down: measures in groups of any depth with weights, what becomes of missing data, caps,
 * floors, and bands. Immutable.
 *
 * <p>The score is the weighted mean of the parts, {@code sum(weight x points) / sum(weight)}, group by group, without
 * rounding; weights need not sum to 1. Parts that are not applicable leave the mean, weight and all. Missing parts are
 * handled as the scorecard names; below the minimum completeness the score is unknown. Floors bound the result, then caps.
 *
 * <pre>{@code
 * Scorecard scorecard = Scorecard.builder(DocumentHeader.of("health", "2026-03"), Handling.REDISTRIBUTE, 0.5)
 *         .part(new WeightedMeasure(activeShare, 60))
 *         .part(new WeightedMeasure(satisfaction, 40))
 *         .cap(new Cap.When("sponsor-left", Level.band("yellow"), new AttributeTest.Is("sponsor.present", false)))
 *         .bands(Bands.of(new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100)));
 * ScorecardStrategy health = scorecard.resolve(book.provides().attributes()).orThrow();
 * }</pre>
 */
public final class Scorecard {

    private final DocumentHeader header;
    private final Handling handling;
    private final double minimumCompleteness;
    private final List<Part> parts;
    private final List<Cap> caps;
    private final List<Floor> floors;
    private final Bands bands;

    Scorecard(ScorecardBuilder builder, Bands bands) {
        this.header = builder.header;
        this.handling = builder.handling;
        this.minimumCompleteness = builder.minimumCompleteness;
        this.parts = List.copyOf(builder.parts);
        this.caps = List.copyOf(builder.caps);
        this.floors = List.copyOf(builder.floors);
        this.bands = requireNonNull(bands, "bands");
    }

    static void requireShare(String code, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "minimumCompleteness (" + share + ") of " + code + " must be between 0 and 1.");
        }
    }

    /**
     * Starts a scorecard.
     *
     * @param header  who made it
     * @param handling  how missing parts are handled
     * @param minimumCompleteness  the share of the weight that must have data, 0 to 1; below, the score is unknown
     * @return a builder
     */
    public static ScorecardBuilder builder(DocumentHeader header, Handling handling, double minimumCompleteness) {
        return new ScorecardBuilder(header, handling, minimumCompleteness);
    }

    /**
     * Who made it.
     *
     * @return the header of the document
     */
    public DocumentHeader header() {
        return header;
    }

    /**
     * The name by which decisions refer to it.
     *
     * @return id and revision
     */
    public PolicyRef policy() {
        return new PolicyRef(header.id(), header.revision());
    }

    /**
     * How missing parts are handled where a group does not say otherwise.
     *
     * @return the handling
     */
    public Handling handling() {
        return handling;
    }

    /**
     * The completeness below which the score is unknown.
     *
     * @return a share from 0 to 1
     */
    public double minimumCompleteness() {
        return minimumCompleteness;
    }

    /**
     * What the score is made of.
     *
     * @return measures and groups in their declared order
     */
    public List<Part> parts() {
        return parts;
    }

    /**
     * What bounds the score from above.
     *
     * @return the caps in their declared order
     */
    public List<Cap> caps() {
        return caps;
    }

    /**
     * What bounds the score from below.
     *
     * @return the floors in their declared order
     */
    public List<Floor> floors() {
        return floors;
    }

    /**
     * What scores are called.
     *
     * @return the bands
     */
    public Bands bands() {
        return bands;
    }

    /**
     * Looks for what does not fit together in the scorecard itself: codes twice, weights that are all 0 or do not sum to
     * 1 or 100, a cap on a measure, or of a
     * band, that there is not.
     *
     * @return errors and warnings, at the fields of the document
     */
    public Problems check() {
        return ScorecardCheck.of(this, Location.NONE);
    }

    /**
     * Makes the scorecard ready to decide.
     *
     * @param attributes  the attributes that can be read, as {@code book.provides().attributes()}
     * @return the strategy, perhaps with warnings; or everything that does not fit, in the scorecard itself and with the
     *     attributes
     */
    public Checked<ScorecardStrategy> resolve(Collection<? extends AttributeKey<?>> attributes) {
        return ScorecardCompiler.compile(this, attributes, Optional.empty());
    }

    /**
     * Makes the scorecard ready to decide, with those whom relative measures compare with.
     *
     * @param attributes  the attributes that can be read
     * @param reference  taken from a book, see {@link #reference(Book)}
     * @return the strategy, or everything that does not fit
     */
    public Checked<ScorecardStrategy> resolve(Collection<? extends AttributeKey<?>> attributes, Reference reference) {
        return ScorecardCompiler.compile(this, attributes, Optional.of(reference));
    }

    /**
     * Makes the scorecard ready to decide over a book, whose customers relative measures compare with.
     *
     * @param book  the book
     * @return the strategy, or everything that does not fit
     */
    public Checked<ScorecardStrategy> resolve(Book book) {
        return resolve(book.provides().attributes(), reference(book));
    }

    /**
     * Takes from a book those whom the relative measures of this scorecard compare with.
     *
     * @param book  the book
     * @return the reference, {@code <id of the scorecard>-peers} at the date of the book; without populations if no measure
     *     is relative
     */
    public Reference reference(Book book) {
        List<Measure> measures = new ArrayList<>();
        collect(parts, measures);
        DocumentHeader peers =
                DocumentHeader.of(header.id() + "-peers", book.date().toString());
        return Reference.fit(peers, book, measures);
    }

    private static void collect(List<Part> parts, List<Measure> into) {
        for (Part part : parts) {
            if (part instanceof Group group) {
                collect(group.parts(), into);
            } else {
                into.add(((WeightedMeasure) part).measure());
            }
        }
    }

    /**
     * Looks for everything that does not fit, in the scorecard itself and with the attributes; that nobody is given to
     * compare with is none of it.
     *
     * @param attributes  the attributes that can be read
     * @return errors and warnings, at the fields of the document
     */
    public Problems check(Collection<? extends AttributeKey<?>> attributes) {
        Reference nobody = Reference.of(header, AsOf.of(Instant.EPOCH), List.of());
        return resolve(attributes, nobody).problems();
    }

    private List<Object> fields() {
        return List.of(header, handling, minimumCompleteness, parts, caps, floors, bands);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Scorecard other && fields().equals(other.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    /** Id, revision and parts. */
    @Override
    public String toString() {
        return policy() + " " + parts;
    }
}
