package dev.rapport.examples.policylab;

import dev.rapport.examples.shared.UserError;
import dev.rapport.health.HealthOverride;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Band;
import dev.rapport.health.json.HealthDocuments;
import dev.rapport.health.override.OverriddenHealth;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.scorecard.ScorecardStrategy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.shape.DocumentKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The scorecard that decides now and the one that would. */
final class Proposal {

    private final Scorecard current;
    private final Scorecard proposed;
    private final Set<AttributeKey<?>> attributes;

    private Proposal(Scorecard current, Scorecard proposed, Set<AttributeKey<?>> attributes) {
        this.current = current;
        this.proposed = proposed;
        this.attributes = attributes;
    }

    /** Both are read against what the book provides, so that what does not fit is told with its place. */
    static Proposal read(JsonInput current, JsonInput proposed, Book book) {
        Set<AttributeKey<?>> attributes = book.provides().attributes();
        DocumentKind<Scorecard> kind = HealthDocuments.scorecardOver(attributes);
        Scorecard now = kind.read(current).orThrow();
        Scorecard then = kind.read(proposed).orThrow();
        if (now.policy().equals(then.policy()) && !now.equals(then)) {
            throw new UserError("proposed scorecard (" + then.policy()
                    + ") must have another revision than the current one.\nMaybe give it the revision \""
                    + then.policy().revision() + "-proposed\".");
        }
        return new Proposal(now, then, attributes);
    }

    static JsonInput input(String option, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError("option (--" + option + " " + file + ") must be a file that can be read.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return JsonInput.read(file.toString(), in);
        } catch (IOException e) {
            throw new UserError("option (--" + option + " " + file + ") cannot be read: " + e.getMessage(), e);
        }
    }

    HealthStrategy current(Book book) {
        return heeding(current, book);
    }

    HealthStrategy proposed(Book book) {
        return heeding(proposed, book);
    }

    /**
     * Relative measures compare with the book at hand; overrides stay in force whatever the scorecard. What is fed now and
     * was not at an earlier date is missing there, which is no mistake of the scorecard.
     */
    private HealthStrategy heeding(Scorecard scorecard, Book book) {
        ScorecardStrategy strategy =
                scorecard.resolve(attributes, scorecard.reference(book)).orThrow();
        return book.provides().series().contains(HealthOverride.SERIES) ? OverriddenHealth.of(strategy) : strategy;
    }

    /** The bands asked for, which one of the scorecards must have. */
    Set<String> badBands(Optional<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<String> known = new TreeSet<>();
        for (Scorecard scorecard : List.of(current, proposed)) {
            scorecard.bands().list().stream().map(Band::code).forEach(known::add);
        }
        Set<String> bad = new LinkedHashSet<>(List.of(names.get().split(",", -1)));
        for (String band : bad) {
            if (!known.contains(band)) {
                String advice = Nearest.advice(band, known);
                throw new UserError("option (--bad-bands " + names.get() + ") must name bands of the scorecards, "
                        + known + ", " + band + " is none." + (advice.isEmpty() ? "" : "\n" + advice + "."));
            }
        }
        return bad;
    }
}
