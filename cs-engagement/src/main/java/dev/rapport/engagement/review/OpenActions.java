package dev.rapport.engagement.review;

import dev.rapport.model.customer.Touchpoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many of the actions that were agreed in each touchpoint are open: what is closed later closes the oldest first. */
final class OpenActions {

    private final Map<String, Long> agreed = new HashMap<>();
    private final Map<String, Long> open = new HashMap<>();

    private OpenActions() {}

    /** By touchpoints in the order of time. What is closed in a touchpoint was agreed before it. */
    static OpenActions of(List<Touchpoint> touchpoints) {
        OpenActions actions = new OpenActions();
        Deque<String> waiting = new ArrayDeque<>();
        for (Touchpoint touch : touchpoints) {
            long closed = whole(touch.actionsClosed().orElse(0));
            while (closed > 0 && !waiting.isEmpty()) {
                long left = actions.open.getOrDefault(waiting.getFirst(), 0L);
                long now = Math.min(left, closed);
                closed -= now;
                actions.open.put(waiting.getFirst(), left - now);
                if (left == now) {
                    waiting.removeFirst();
                }
            }
            long added = whole(touch.actionsAgreed().orElse(0));
            if (added > 0) {
                actions.agreed.put(touch.entry().id(), added);
                actions.open.put(touch.entry().id(), added);
                waiting.addLast(touch.entry().id());
            }
        }
        return actions;
    }

    private static long whole(double number) {
        return Math.max(0, Math.round(number));
    }

    long agreed(Touchpoint touch) {
        return agreed.getOrDefault(touch.entry().id(), 0L);
    }

    long open(Touchpoint touch) {
        return open.getOrDefault(touch.entry().id(), 0L);
    }
}
