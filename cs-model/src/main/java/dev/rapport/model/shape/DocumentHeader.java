package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every document of ours says about itself: its id and revision, who proposed and approved it and when, from which
 * day on it holds, and which simulation was looked at before. Immutable.
 *
 * <pre>{@code
 * DocumentHeader header = DocumentHeader.of("health", "2026-03").withProposedBy("Ada").withApprovedBy("Grace");
 * }</pre>
 */
public final class DocumentHeader {

    private final String id;
    private final String revision;
    private final Optional<String> description;
    private final Optional<String> proposedBy;
    private final Optional<String> approvedBy;
    private final Optional<LocalDate> approvedOn;
    private final Optional<LocalDate> effectiveFrom;
    private final Optional<String> simulation;

    private DocumentHeader(
            String id,
            String revision,
            Optional<String> description,
            Optional<String> proposedBy,
            Optional<String> approvedBy,
            Optional<LocalDate> approvedOn,
            Optional<LocalDate> effectiveFrom,
            Optional<String> simulation) {
        this.id = requireNonNull(id, "id");
        this.revision = requireNonNull(revision, "revision");
        this.description = description;
        this.proposedBy = proposedBy;
        this.approvedBy = approvedBy;
        this.approvedOn = approvedOn;
        this.effectiveFrom = effectiveFrom;
        this.simulation = simulation;
    }

    /**
     * A header with what is required.
     *
     * @param id the code by which the document is known through all its revisions
     * @param revision the author's name for this state of it
     * @return the header
     */
    public static DocumentHeader of(String id, String revision) {
        return new DocumentHeader(
                id,
                revision,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Declares the fields of the header in a document and returns what makes a header of their values. */
    static <T> Function<FieldValues, DocumentHeader> declare(Fields<T> fields, Function<T, DocumentHeader> get) {
        Shape<String> name = Shape.text().notBlank().maxLength(200);
        var id = fields.required("id", Shape.code(), get.andThen(DocumentHeader::id));
        var revision = fields.required("revision", name, get.andThen(DocumentHeader::revision));
        var description = fields.optional("description", Shape.text(), get.andThen(DocumentHeader::description));
        var proposedBy = fields.optional("proposedBy", name, get.andThen(DocumentHeader::proposedBy));
        var approvedBy = fields.optional("approvedBy", name, get.andThen(DocumentHeader::approvedBy));
        var approvedOn = fields.optional("approvedOn", Shape.date(), get.andThen(DocumentHeader::approvedOn));
        var effectiveFrom = fields.optional("effectiveFrom", Shape.date(), get.andThen(DocumentHeader::effectiveFrom));
        var simulation = fields.optional("simulation", name, get.andThen(DocumentHeader::simulation));
        return in -> new DocumentHeader(
                in.get(id),
                in.get(revision),
                in.get(description),
                in.get(proposedBy),
                in.get(approvedBy),
                in.get(approvedOn),
                in.get(effectiveFrom),
                in.get(simulation));
    }

    /**
     * The code by which the document is known through all its revisions.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The author's name for this state of the document.
     *
     * @return the revision
     */
    public String revision() {
        return revision;
    }

    /**
     * A comment on the whole document.
     *
     * @return the comment, or empty
     */
    public Optional<String> description() {
        return description;
    }

    /**
     * Who proposed this revision.
     *
     * @return a name, or empty
     */
    public Optional<String> proposedBy() {
        return proposedBy;
    }

    /**
     * Who approved this revision.
     *
     * @return a name, or empty
     */
    public Optional<String> approvedBy() {
        return approvedBy;
    }

    /**
     * When this revision was approved.
     *
     * @return the day, or empty
     */
    public Optional<LocalDate> approvedOn() {
        return approvedOn;
    }

    /**
     * From which day on this revision holds.
     *
     * @return the first day, or empty
     */
    public Optional<LocalDate> effectiveFrom() {
        return effectiveFrom;
    }

    /**
     * The simulation that was looked at before this revision was approved.
     *
     * @return a reference to it, or empty
     */
    public Optional<String> simulation() {
        return simulation;
    }

    /**
     * The same header with another revision.
     *
     * @param name the author's name for the new state
     * @return the new header
     */
    public DocumentHeader withRevision(String name) {
        return new DocumentHeader(id, name, description, proposedBy, approvedBy, approvedOn, effectiveFrom, simulation);
    }

    /**
     * The same header with a comment on the whole document.
     *
     * @param comment the comment
     * @return the new header
     */
    public DocumentHeader withDescription(String comment) {
        return new DocumentHeader(
                id, revision, Optional.of(comment), proposedBy, approvedBy, approvedOn, effectiveFrom, simulation);
    }

    /**
     * The same header with who proposed the revision.
     *
     * @param name a name
     * @return the new header
     */
    public DocumentHeader withProposedBy(String name) {
        return new DocumentHeader(
                id, revision, description, Optional.of(name), approvedBy, approvedOn, effectiveFrom, simulation);
    }

    /**
     * The same header with who approved the revision.
     *
     * @param name a name
     * @return the new header
     */
    public DocumentHeader withApprovedBy(String name) {
        return new DocumentHeader(
                id, revision, description, proposedBy, Optional.of(name), approvedOn, effectiveFrom, simulation);
    }

    /**
     * The same header with the day on which the revision was approved.
     *
     * @param day the day
     * @return the new header
     */
    public DocumentHeader withApprovedOn(LocalDate day) {
        return new DocumentHeader(
                id, revision, description, proposedBy, approvedBy, Optional.of(day), effectiveFrom, simulation);
    }

    /**
     * The same header with the day from which on the revision holds.
     *
     * @param firstDay the first day
     * @return the new header
     */
    public DocumentHeader withEffectiveFrom(LocalDate firstDay) {
        return new DocumentHeader(
                id, revision, description, proposedBy, approvedBy, approvedOn, Optional.of(firstDay), simulation);
    }

    /**
     * The same header with the simulation that was looked at.
     *
     * @param reference a reference to it
     * @return the new header
     */
    public DocumentHeader withSimulation(String reference) {
        return new DocumentHeader(
                id, revision, description, proposedBy, approvedBy, approvedOn, effectiveFrom, Optional.of(reference));
    }

    private List<Object> parts() {
        return List.of(id, revision, description, proposedBy, approvedBy, approvedOn, effectiveFrom, simulation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentHeader that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Id and revision. */
    @Override
    public String toString() {
        return id + " " + revision;
    }
}
