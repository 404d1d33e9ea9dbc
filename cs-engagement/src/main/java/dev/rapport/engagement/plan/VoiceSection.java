package dev.rapport.engagement.plan;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.voice.VoiceReport;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Listens to the current customers. */
final class VoiceSection {

    private final Policies policies;
    private final Consumer<List<CustomerFailure>> failed;

    VoiceSection(Policies policies, Consumer<List<CustomerFailure>> failed) {
        this.policies = policies;
        this.failed = failed;
    }

    Section<VoiceReport> of(Book book) {
        Set<SeriesKey<?>> wanted = book.missing(VoiceReport.requirements()).series();
        List<String> missing = new ArrayList<>();
        wanted.forEach(series -> missing.add("series " + series));
        if (policies.voice().isEmpty()) {
            missing.add("policy voice");
        }
        boolean isFed = wanted.size() < VoiceReport.requirements().series().size();
        if (policies.voice().isEmpty() || !isFed) {
            return Section.lacking(missing);
        }
        VoiceReport report = VoiceReport.of(policies.voice().get(), book);
        failed.accept(report.failures());
        return new Section<>(Optional.of(report), missing);
    }
}
