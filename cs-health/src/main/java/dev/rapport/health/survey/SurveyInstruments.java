package dev.rapport.health.survey;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.shape.DocumentHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The questions that a company asks its customers, and how the answers are read. Immutable.
 *
 * @param header  who made it
 * @param settings  how a book is read
 * @param instruments  the questions, in the order of the report
 */
public record SurveyInstruments(DocumentHeader header, SurveySettings settings, List<Instrument> instruments) {

    /**
     * Checks that no two instruments have one id.
     *
     * @param header  who made it
     * @param settings  how a book is read
     * @param instruments  at least one question
     */
    public SurveyInstruments {
        requireNonNull(header, "header");
        requireNonNull(settings, "settings");
        instruments = List.copyOf(instruments);
        if (instruments.isEmpty()) {
            throw new IllegalArgumentException("instruments must not be empty.");
        }
        Set<String> ids = new HashSet<>();
        for (Instrument instrument : instruments) {
            if (!ids.add(instrument.id())) {
                throw new IllegalArgumentException(
                        "instruments must have different ids, was twice " + instrument.id() + ".");
            }
        }
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
     * The instrument of an id.
     *
     * @param id  the id
     * @return the instrument, or empty
     */
    public Optional<Instrument> find(String id) {
        return instruments.stream()
                .filter(instrument -> instrument.id().equals(id))
                .findFirst();
    }
}
