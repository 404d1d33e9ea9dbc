package dev.rapport.engagement.plan;

import dev.rapport.engagement.call.CallList;
import dev.rapport.engagement.call.CallPolicy;
import dev.rapport.model.book.Book;
import java.util.ArrayList;
import java.util.List;

/** Says whom to call this week. */
final class CallSection {

    private CallSection() {}

    static Section<CallList> of(DecidedBook decided, Book book, Policies policies) {
        List<String> missing = new ArrayList<>();
        if (decided.risk().isEmpty()) {
            missing.add("policy churn-risk");
        }
        book.missing(CallList.requirements()).attributes().forEach(attribute -> missing.add("attribute " + attribute));
        return missing.isEmpty()
                ? Section.of(CallList.of(book, policies.calls().orElseGet(CallPolicy::standard)))
                : Section.lacking(missing);
    }
}
