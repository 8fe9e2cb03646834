// Softmax with cross-entropy, from class labels.
#pragma once

#include "softmax_locations.hpp"
#include "weights.hpp"

template <class T, int C, int S, Pass P, Weighting W, Normalize N>
struct Softmax
{
    const T* x;
    const int32_t* labels;
    T* g;
    int64_t locations;
    Weights<T, C, S, W, N> weights;
    T scale = T(1) / locations;

    double one_by_one()
    {
        double value = 0;
        for (int64_t sample = 0; sample * S < locations; sample++)
        {
            weights.begin_sample(sample);
            for (int inner = 0; inner < S; inner++)
            {
                int64_t location = sample * S + inner, at = sample * C * S + inner;
                T weight;
                weights.at_neighbours(location, labels + location, 1, &weight);
                value += softmax_location<T, C, S, P>(x + at, gradient(at), labels[location], weight, scale);
            }
        }

        return value;
    }

    // Lanes are the locations of a sample; as many are computed together as the scratch memory holds.
    template <int Size>
    double side_by_side(Neighbours<T, Size>& scratch)
    {
        double value = 0;
        for (int64_t sample = 0; sample * S < locations; sample++)
        {
            weights.begin_sample(sample);
            for (int inner = 0; inner < S; inner += Size)
            {
                int count = std::min(Size, S - inner);
                int64_t location = sample * S + inner, at = sample * C * S + inner;
                weights.at_neighbours(location, labels + location, count, scratch.weight);
                value += softmax_neighbours<T, C, P>(x + at, gradient(at), S, labels + location, scratch, count, scale);
            }
        }

        return value;
    }

    double transposed()
    {
        static_assert(W == Weighting::None || S == 1, "a block may be of more than one sample");
        double value = 0;
        T input[C * Block], output[C * Block];
        Neighbours<T, Block> scratch;
        for (int64_t start = 0; start < locations; start += Block)
        {
            int count = std::min<int64_t>(Block, locations - start);
            weights.at_neighbours(start, labels + start, count, scratch.weight);
            gather<T, C, S>(x, input, start, count);
            value += softmax_neighbours<T, C, P>(input, output, Block, labels + start, scratch, count, scale);
            if constexpr (has_gradient(P)) scatter<T, C, S>(g, output, start, count);
        }

        return value;
    }

private:
    T* gradient(int64_t at) const { return has_gradient(P) ? g + at : g; }
};

template <class T, int C, int S, Pass P, Weighting W, Normalize N, Style Y>
double softmax(const T* x, const int32_t* labels, const T*, const T* w, T* g, int64_t elements)
{
    int64_t locations = elements / C;
    Softmax<T, C, S, P, W, N> loss{x, labels, g, locations, Weights<T, C, S, W, N>(w)};
    if constexpr (S >= ShortStride)
    {
        if constexpr (Y == Style::Loops)
        {
            // As long as the stride, and so too long for the stack.
            static Neighbours<T, S> scratch;
            return loss.side_by_side(scratch) / locations;
        }
        else
        {
            Neighbours<T, Block> scratch;
            return loss.side_by_side(scratch) / locations;
        }
    }
    else if constexpr (Y == Style::Loops || (S == 1 && C > FewClasses))
    {
        return loss.one_by_one() / locations;
    }
    else
    {
        return (S == 1 && locations <= FewLocations ? loss.one_by_one() : loss.transposed()) / locations;
    }
}
