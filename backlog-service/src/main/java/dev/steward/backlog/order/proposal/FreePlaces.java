package dev.steward.backlog.order.proposal;

/// Counts the free places above and below each place. A binary indexed tree: taking a place and
/// counting cost the logarithm of the number of places.
final class FreePlaces {

    private final int[] tree;

    FreePlaces(int size) {
        this.tree = new int[size + 1];
        for (int i = 1; i <= size; i++) {
            tree[i] = i & -i;
        }
    }

    void take(int place) {
        add(place, -1);
    }

    void release(int place) {
        add(place, 1);
    }

    private void add(int place, int number) {
        for (int i = place + 1; i < tree.length; i += i & -i) {
            tree[i] += number;
        }
    }

    int above(int place) {
        int count = 0;
        for (int i = place; i > 0; i -= i & -i) {
            count += tree[i];
        }
        return count;
    }

    int below(int place) {
        return above(tree.length - 1) - above(place);
    }
}
