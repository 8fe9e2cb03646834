// Dice loss with weights of its own for false positives and false negatives; the gradient of the probabilities.
#pragma once

#include "../common.hpp"

struct TverskyLoss
{
    static constexpr float Alpha = 0.3f, Beta = 0.7f, Smooth = 1;

    template <int C>
    static float row(const float* __restrict x, const float* __restrict y, const float*, int32_t, float* __restrict gx, float*, float*, float scale)
    {
        float true_positives = 0, false_positives = 0, false_negatives = 0;
        for (int c = 0; c < C; c++)
        {
            true_positives += x[c] * y[c];
            false_positives += x[c] * (1 - y[c]);
            false_negatives += (1 - x[c]) * y[c];
        }

        float numerator = true_positives + Smooth;
        float denominator = true_positives + Alpha * false_positives + Beta * false_negatives + Smooth;
        float of_denominator = scale * numerator / (denominator * denominator);
        float at_one = (1 - Beta) * of_denominator - scale / denominator, at_zero = Alpha * of_denominator;
        for (int c = 0; c < C; c++) gx[c] = at_one * y[c] + at_zero * (1 - y[c]);
        return 1 - numerator / denominator;
    }

    template <int C, int S>
    static float neighbours(const float* __restrict x, const float* __restrict y, const float*, const int32_t*, float* __restrict gx, float*, float*, float scale)
    {
        static float true_positives[S], false_positives[S], false_negatives[S];
        float value = 0;
        for (int b = 0; b < S; b++) true_positives[b] = false_positives[b] = false_negatives[b] = 0;
        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float probability = x[c * S + b], target = y[c * S + b];
                true_positives[b] += probability * target;
                false_positives[b] += probability * (1 - target);
                false_negatives[b] += (1 - probability) * target;
            }

        // From here on, the gradients where the target is 1 and 0.
        for (int b = 0; b < S; b++)
        {
            float numerator = true_positives[b] + Smooth;
            float denominator = true_positives[b] + Alpha * false_positives[b] + Beta * false_negatives[b] + Smooth;
            float of_denominator = scale * numerator / (denominator * denominator);
            value += 1 - numerator / denominator;
            true_positives[b] = (1 - Beta) * of_denominator - scale / denominator;
            false_positives[b] = Alpha * of_denominator;
        }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
                gx[c * S + b] = true_positives[b] * y[c * S + b] + false_positives[b] * (1 - y[c * S + b]);
        return value;
    }
};
