package dev.rapport.health.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Samples for tests. */
final class Answers {

    /** The accounts and answers of src/test/reference/clustered.R. */
    static final String[] ACCOUNTS = "a,a,a,a,b,b,c,d,d,d,e,f,f,g,g,g,g,g,h,i".split(",", -1);

    static final int[] VALUES = {1, 1, 0, 1, -1, -1, 1, 0, 1, 1, -1, 1, 1, -1, 0, 0, -1, -1, 1, 0};

    private Answers() {}

    static ClusteredSample reference() {
        return reference(new int[VALUES.length], 0);
    }

    /** The answers of one of some periods. */
    static ClusteredSample reference(int[] periods, int period) {
        ClusteredSample.Builder sample = ClusteredSample.builder();
        for (int i = 0; i < VALUES.length; i++) {
            if (periods[i] == period) {
                sample.add(ACCOUNTS[i], VALUES[i]);
            }
        }
        return sample.build();
    }

    /** Each answer from an account of its own. */
    static ClusteredSample independent(int promoters, int passives, int detractors) {
        ClusteredSample.Builder sample = ClusteredSample.builder();
        int[] counts = {detractors, passives, promoters};
        for (int kind = 0; kind < counts.length; kind++) {
            for (int i = 0; i < counts[kind]; i++) {
                sample.add(kind + "-" + i, kind - 1);
            }
        }
        return sample.build();
    }

    /** An answer as one account gave it. */
    record Answer(String account, double value) {}

    static List<Answer> random(Random random, int accounts, int most) {
        List<Answer> answers = new ArrayList<>();
        for (int account = 0; account < accounts; account++) {
            int count = 1 + random.nextInt(most);
            for (int i = 0; i < count; i++) {
                answers.add(new Answer("account-" + account, random.nextInt(3) - 1));
            }
        }
        return answers;
    }

    static ClusteredSample sample(List<Answer> answers) {
        ClusteredSample.Builder sample = ClusteredSample.builder();
        answers.forEach(answer -> sample.add(answer.account(), answer.value()));
        return sample.build();
    }
}
