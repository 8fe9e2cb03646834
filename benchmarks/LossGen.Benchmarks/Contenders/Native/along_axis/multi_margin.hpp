// Multi-class hinge; the gradient of the scores.
#pragma once

#include "../common.hpp"

struct MultiMarginLoss
{
    static constexpr float Margin = 1;

    template <int C>
    static float row(const float* __restrict x, const float*, const float*, int32_t label, float* __restrict gx, float*, float*, float scale)
    {
        // The label itself is counted, and then taken back.
        float threshold = x[label] - Margin, sum = 0, active = 0, share = scale / C;
        for (int c = 0; c < C; c++)
        {
            float excess = x[c] - threshold;
            sum += greater(excess, 0.0f);
            active += excess > 0 ? 1 : 0;
            gx[c] = excess > 0 ? share : 0;
        }

        gx[label] = -share * (active - 1);
        return (sum - Margin) / C;
    }

    template <int C, int S>
    static float neighbours(const float* __restrict x, const float*, const float*, const int32_t* __restrict labels, float* __restrict gx, float*, float*, float scale)
    {
        static float threshold[S], sum[S], active[S];
        float value = 0, share = scale / C;
        for (int b = 0; b < S; b++)
        {
            threshold[b] = x[labels[b] * S + b] - Margin;
            sum[b] = active[b] = 0;
        }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float excess = x[c * S + b] - threshold[b];
                sum[b] += greater(excess, 0.0f);
                active[b] += excess > 0 ? 1 : 0;
                gx[c * S + b] = excess > 0 ? share : 0;
            }

        // The label itself was counted.
        for (int b = 0; b < S; b++)
        {
            value += (sum[b] - Margin) / C;
            gx[labels[b] * S + b] = -share * (active[b] - 1);
        }

        return value;
    }
};
