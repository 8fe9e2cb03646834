// 1 minus twice the overlap of probabilities and target over the sum of their sizes; the gradient of the logits.
#pragma once

#include "../common.hpp"

struct SoftDiceLoss
{
    static constexpr float Smooth = 1;

    template <int C>
    static float row(const float* __restrict x, const float* __restrict y, const float*, int32_t, float* __restrict gx, float*, float*, float scale)
    {
        float overlap = 0, predicted = 0, wanted = 0;
        for (int c = 0; c < C; c++)
        {
            float probability = 1 / (1 + std::exp(-x[c]));
            gx[c] = probability;
            overlap += probability * y[c];
            predicted += probability;
            wanted += y[c];
        }

        float numerator = 2 * overlap + Smooth, denominator = predicted + wanted + Smooth;
        float of_overlap = -2 * scale / denominator, of_predicted = scale * numerator / (denominator * denominator);
        for (int c = 0; c < C; c++) gx[c] = gx[c] * (1 - gx[c]) * (of_overlap * y[c] + of_predicted);
        return 1 - numerator / denominator;
    }

    template <int C, int S>
    static float neighbours(const float* __restrict x, const float* __restrict y, const float*, const int32_t*, float* __restrict gx, float*, float*, float scale)
    {
        static float overlap[S], predicted[S], wanted[S];
        float value = 0;
        for (int b = 0; b < S; b++) overlap[b] = predicted[b] = wanted[b] = 0;
        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float probability = 1 / (1 + std::exp(-x[c * S + b])), target = y[c * S + b];
                gx[c * S + b] = probability;
                overlap[b] += probability * target;
                predicted[b] += probability;
                wanted[b] += target;
            }

        // From here on, the factors of the gradient.
        for (int b = 0; b < S; b++)
        {
            float numerator = 2 * overlap[b] + Smooth, denominator = predicted[b] + wanted[b] + Smooth;
            value += 1 - numerator / denominator;
            overlap[b] = -2 * scale / denominator;
            predicted[b] = scale * numerator / (denominator * denominator);
        }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float probability = gx[c * S + b];
                gx[c * S + b] = probability * (1 - probability) * (overlap[b] * y[c * S + b] + predicted[b]);
            }

        return value;
    }
};
