package dev.rapport.model.decision;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Some of the explanations of a run, without a copy for each list. */
final class Parts extends AbstractList<Explanation> implements RandomAccess {

    private final Explanation[] all;
    private final int[] positions;

    Parts(Explanation[] all, int[] positions) {
        this.all = all;
        this.positions = positions;
    }

    @Override
    public Explanation get(int index) {
        return all[positions[index]];
    }

    @Override
    public int size() {
        return positions.length;
    }
}
