package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonNumber;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a whole document of ours: an object that says first what it is, {@code "format": "rapport/scorecard"}
 * and {@code "version": 1}, then who made it ({@link DocumentHeader}), then what it holds. A document of another format
 * or a newer version is not read any further: what else it says cannot be judged.
 *
 * <pre>{@code
 * static final DocumentKind<Scorecard> KIND = DocumentKind.of("scorecard", 1, Scorecard::header, fields -> {
 *     var measures = fields.required("measures", Shape.listOf(MEASURE).uniqueBy("code", Measure::code),
 *             Scorecard::measures);
 *     var bands = fields.required("bands", Shape.listOf(BAND).notEmpty(), Scorecard::bands);
 *     return (header, in) -> new Scorecard(header, in.get(measures), in.get(bands));
 * });
 *
 * Scorecard scorecard = KIND.read(JsonInput.read("scorecard.json", in)).orThrow();
 * }</pre>
 *
 * <p>A field {@code $schema} is allowed and ignored, so that editors can be told the JSON Schema.
 *
 * @param <T> what the document makes
 */
public final class DocumentKind<T> extends Shape<T> {

    private static final String FORMAT = "format";
    private static final String VERSION = "version";

    private final FormatShape format;
    private final VersionShape version;
    private final Shape<T> body;

    private DocumentKind(FormatShape format, VersionShape version, Shape<T> body) {
        this.format = format;
        this.version = version;
        this.body = body;
    }

    /**
     * A kind of documents.
     *
     * @param <T> what they make
     * @param kind what they are, in lower-case letters, digits and hyphens: {@code scorecard}
     * @param version the version of the format, from 1; not the revision of a document
     * @param header takes the header from the whole, for writing
     * @param declaration declares the fields after the header and returns the function that makes a value of the
     *     header and what they hold; it may refuse with an {@code IllegalArgumentException}, which becomes a problem
     * @return the kind
     */
    public static <T> DocumentKind<T> of(
            String kind,
            int version,
            Function<T, DocumentHeader> header,
            Function<Fields<T>, BiFunction<DocumentHeader, FieldValues, T>> declaration) {
        FormatShape format = FormatShape.of(kind);
        VersionShape known = new VersionShape(format.format(), version);
        Shape<T> body = new ObjectShape<>(kind, Optional.empty(), Set.of("$schema"), (self, fields) -> {
            fields.required(FORMAT, format, whole -> format.format());
            fields.required(VERSION, known, whole -> version);
            Function<FieldValues, DocumentHeader> makeHeader = DocumentHeader.declare(fields, header);
            BiFunction<DocumentHeader, FieldValues, T> make =
                    requireNonNull(declaration.apply(fields), "declaration must return a function");
            return in -> make.apply(makeHeader.apply(in), in);
        });
        return new DocumentKind<>(format, known, body);
    }

    /**
     * The format, as documents name it.
     *
     * @return for example {@code rapport/scorecard}
     */
    public String format() {
        return format.format();
    }

    /**
     * The version of the format that is read and written.
     *
     * @return the version, from 1
     */
    public int version() {
        return version.version();
    }

    @Override
    public DocumentKind<T> check(Check<? super T> check) {
        return new DocumentKind<>(format, version, body.check(check));
    }

    @Override
    @Nullable
    T decode(JsonValue json, ProblemCollector problems) {
        return json instanceof JsonObject object && isForeign(object, problems) ? null : body.decode(json, problems);
    }

    private boolean isForeign(JsonObject object, ProblemCollector problems) {
        int errorsBefore = problems.errorCount();
        object.find(FORMAT).filter(JsonText.class::isInstance).ifPresent(text -> format.decode(text, problems));
        object.find(VERSION).filter(JsonNumber.class::isInstance).ifPresent(number -> version.decode(number, problems));
        return problems.errorCount() > errorsBefore;
    }

    @Override
    void encode(T value, JsonOut out) {
        body.encode(value, out);
    }

    @Override
    String expected() {
        return "an object with \"format\": \"" + format() + "\"";
    }

    @Override
    void describe(SchemaWriter schema) {
        body.describe(schema);
    }
}
