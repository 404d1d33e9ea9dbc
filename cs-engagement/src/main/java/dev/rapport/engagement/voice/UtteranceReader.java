package dev.rapport.engagement.voice;

import dev.rapport.engagement.voice.Utterance.Status;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.SurveyAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Listens to customers: what they said within the policy's window, and to which themes it belongs. */
final class UtteranceReader {

    /**
     * A theme with its phrases as words.
     *
     * @param theme  the theme
     * @param phrases  its phrases
     */
    private record Known(Theme theme, List<Words> phrases) {}

    private final VoicePolicy policy;
    private final List<Known> themes;

    UtteranceReader(VoicePolicy policy) {
        this.policy = policy;
        this.themes = policy.themes().stream()
                .map(theme -> new Known(
                        theme, theme.phrases().stream().map(Words::of).toList()))
                .toList();
    }

    /** What a customer said, the last first. */
    List<Utterance> read(CustomerView view) {
        LocalDate today = view.date();
        List<Utterance> said = new ArrayList<>();
        for (Feedback feedback : view.series(Feedback.SERIES)) {
            LocalDate on = day(feedback.entry(), view);
            if (isHeard(on, today)) {
                Optional<LocalDate> acted = feedback.actedOn().filter(day -> !day.isAfter(today));
                Status status = feedback.actedOn().isPresent()
                        ? acted.isPresent() ? Status.ACTED : Status.HEARD
                        : status(feedback.status());
                List<String> filed = new ArrayList<>();
                feedback.theme().ifPresent(filed::add);
                feedback.cause().ifPresent(filed::add);
                said.add(utterance(view, Feedback.SERIES, feedback.entry(), on)
                        .text(feedback.text())
                        .themes(themes(feedback.text(), filed))
                        .status(status)
                        .action(status == Status.ACTED ? feedback.action() : Optional.empty())
                        .actedOn(acted)
                        .unanswered(isUnanswered(status, on, today))
                        .build());
            }
        }
        for (SurveyAnswer answer : view.series(SurveyAnswer.SERIES)) {
            LocalDate on = day(answer.entry(), view);
            if (answer.comment().isPresent() && isHeard(on, today)) {
                said.add(utterance(view, SurveyAnswer.SERIES, answer.entry(), on)
                        .text(answer.comment())
                        .themes(themes(answer.comment(), List.of()))
                        .status(Status.HEARD)
                        .unanswered(isUnanswered(Status.HEARD, on, today))
                        .build());
            }
        }
        said.sort(Comparator.comparing(Utterance::on)
                .reversed()
                .thenComparing(Utterance::series)
                .thenComparing(Utterance::id));
        return List.copyOf(said);
    }

    private static Utterance.Builder utterance(CustomerView view, SeriesKey<?> series, Entry entry, LocalDate on) {
        return Utterance.builder()
                .customerId(view.customerId())
                .series(series.name())
                .id(entry.id())
                .on(on);
    }

    private static LocalDate day(Entry entry, CustomerView view) {
        return LocalDate.ofInstant(entry.at(), view.zone());
    }

    private boolean isHeard(LocalDate on, LocalDate today) {
        return on.isAfter(today.minusDays(policy.windowDays())) && !on.isAfter(today);
    }

    private boolean isUnanswered(Status status, LocalDate on, LocalDate today) {
        return status == Status.HEARD && on.plusDays(policy.answerDays()).isBefore(today);
    }

    /** A status that we do not know says no more than that it was heard. */
    private static Status status(Optional<String> word) {
        return switch (word.orElse("").toLowerCase(Locale.ROOT)) {
            case "answered" -> Status.ANSWERED;
            case "acted" -> Status.ACTED;
            default -> Status.HEARD;
        };
    }

    /** The themes that somebody has filed it under; where nobody has, those whose phrases are in it. */
    private List<Theme> themes(Optional<String> text, List<String> filed) {
        List<Theme> byCategory = themes.stream()
                .map(Known::theme)
                .filter(theme -> theme.categories().stream().anyMatch(filed::contains))
                .toList();
        if (!byCategory.isEmpty() || text.isEmpty()) {
            return byCategory;
        }
        Words words = Words.of(text.get());
        return themes.stream()
                .filter(known -> known.phrases().stream().anyMatch(words::contain))
                .map(Known::theme)
                .toList();
    }
}
